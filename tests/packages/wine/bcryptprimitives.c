/* For trials under Wine alone, never shipped: Windows 10 has bcryptprimitives.dll, Wine 8 has not, and cryptography
   is linked to it. The random bytes are the system's own all the same. */

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *bytes, unsigned long size);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, unsigned long long size)
{
    return SystemFunction036(bytes, (unsigned long)size);
}
