/* For trials under Wine alone, never shipped: Wine's own mscms ends the process when Qt asks for a colour profile.
   Here there is none to have. */

#define API __declspec(dllexport)

API void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned create)
{
    (void)profile, (void)access, (void)share, (void)create;
    return 0;
}

API int CloseColorProfile(void *profile)
{
    (void)profile;
    return 1;
}

API int GetColorProfileFromHandle(void *profile, void *bytes, unsigned *size)
{
    (void)profile, (void)bytes;
    if (size)
        *size = 0;
    return 0;
}

API void *WcsCreateIccProfile(void *profile, unsigned options)
{
    (void)profile, (void)options;
    return 0;
}
