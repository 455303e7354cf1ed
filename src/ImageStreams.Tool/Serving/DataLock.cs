namespace ImageStreams.Tool;

/// <summary>Keeps a second process from serving the same file: its controllers would do everything twice.</summary>
internal static class DataLock
{
    // ERROR_SHARING_VIOLATION, and EWOULDBLOCK. Other errors, such as those of a disk that cannot be written, say more by themselves.
    private const int SharedOnWindows = unchecked((int)0x80070020);
    private const int SharedOnLinux = 11;
    private const int SharedOnMac = 35;

    /// <summary>Takes the lock of a file; it ends with the process at the latest.</summary>
    /// <returns>The lock; null for data in memory, and for those of a cluster.</returns>
    /// <exception cref="ToolException">Another process has it.</exception>
    public static IDisposable? Take(ServeSettings settings)
    {
        if (settings.IsInMemory || settings.IsInCluster)
        {
            return null;
        }

        var data = Path.GetFullPath(settings.Data);
        Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        try
        {
            return new FileStream($"{data}.serve", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (e.HResult is SharedOnWindows or SharedOnLinux or SharedOnMac)
        {
            throw ToolException.Failed($"{settings.Data} is served by another process.", e);
        }
    }
}
