using System.Text;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>A lock and the file that it is from.</summary>
internal sealed record LockFile
{
    /// <summary>The path; <c>-</c> for the standard input.</summary>
    public required string Path { get; init; }

    /// <summary>The lock.</summary>
    public required ImageLock Lock { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImageLockException">It cannot be read, or is no lock.</exception>
    public static LockFile Read(string path) => new() { Path = path, Lock = ImageLockFile.Read(path) };

    /// <summary>Reads a file or the standard input.</summary>
    /// <exception cref="ImageLockException">It cannot be read, or is no lock.</exception>
    public static async Task<LockFile> ReadAsync(string path, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        if (path != "-")
        {
            return Read(path);
        }

        using var reader = new StreamReader(environment.In, Encoding.UTF8, leaveOpen: true);
        var buffer = new char[ImageLock.MaxLength + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return new LockFile { Path = path, Lock = ImageLock.Parse(new string(buffer, 0, length), path) };
    }
}
