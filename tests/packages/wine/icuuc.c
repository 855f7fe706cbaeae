/* For trials under Wine alone, never shipped: Windows 10 has icuuc.dll, Wine has not, and Qt is linked to it.
   Every converter is said not to be there; Qt then uses its own. */

#define UNSUPPORTED 16
#define API __declspec(dllexport)

typedef int UErrorCode;

API void *ucnv_open(const char *name, UErrorCode *error)
{
    (void)name;
    if (error)
        *error = UNSUPPORTED;
    return 0;
}

#define NOTHING(name) API void *name(void) { return 0; }

NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_getMaxCharSize)
NOTHING(ucnv_getName)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_countAvailable)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
