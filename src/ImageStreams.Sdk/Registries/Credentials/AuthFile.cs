namespace ImageStreams.Registries;

/// <summary>A credential file, read again when it has changed.</summary>
internal sealed class AuthFile(string path, int maxBytes)
{
    private volatile Version? _last;

    public string Path => path;

    /// <summary>Reads the file; <see langword="null"/> when it does not exist.</summary>
    /// <exception cref="RegistryCredentialException">The file cannot be read, is too large, or malformed.</exception>
    public async ValueTask<CredentialDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        var file = Find();
        if (!file.Exists)
        {
            return null;
        }

        var last = _last;
        if (last is not null && last.Written == file.LastWriteTimeUtc && last.Length == file.Length)
        {
            return last.Document;
        }

        var bytes = await ReadBytesAsync(cancellationToken).ConfigureAwait(false);
        var document = new CredentialDocumentReader(path).Read(bytes);
        _last = new Version(file.LastWriteTimeUtc, file.Length, document);
        return document;
    }

    /// <summary>Follows links to the file: the time and length of a link do not change when its target is replaced, as
    /// Kubernetes does with mounted secrets.</summary>
    private FileInfo Find()
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CredentialErrors.Unreadable(path, exception);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadBytesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var _ = stream.ConfigureAwait(false);
            return await CappedReader.ReadAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false)
                ?? throw CredentialErrors.TooLarge(path, maxBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CredentialErrors.Unreadable(path, exception);
        }
    }

    private sealed record Version(DateTime Written, long Length, CredentialDocument Document);
}
