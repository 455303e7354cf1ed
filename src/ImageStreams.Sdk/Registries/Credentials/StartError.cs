using System.ComponentModel;

namespace ImageStreams.Registries;

/// <summary>Tells why the system does not start a program.</summary>
internal static class StartError
{
    private const int NotFound = 2;           // ENOENT, ERROR_FILE_NOT_FOUND; also a script whose interpreter is missing
    private const int UnixNotAProgram = 8;    // ENOEXEC
    private const int UnixAccess = 13;        // EACCES
    private const int WindowsAccess = 5;      // ERROR_ACCESS_DENIED
    private const int WindowsNotAProgram = 193;   // ERROR_BAD_EXE_FORMAT

    /// <summary>Determines whether the reason is the file, so that another one of the same name may start.</summary>
    public static bool IsOfFile(Win32Exception exception) =>
        IsAccess(exception)
        || exception.NativeErrorCode == NotFound
        || exception.NativeErrorCode == (OperatingSystem.IsWindows() ? WindowsNotAProgram : UnixNotAProgram);

    /// <summary>Determines whether this process may not run the file.</summary>
    public static bool IsAccess(Win32Exception exception) =>
        exception.NativeErrorCode == (OperatingSystem.IsWindows() ? WindowsAccess : UnixAccess);
}
