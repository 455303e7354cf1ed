using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Manifests;

/// <content>Reading a text.</content>
public sealed partial record ImageLock
{
    /// <summary>Parses the text of a lock.</summary>
    /// <remarks>Strict: what is not JSON, a name that stands twice, a known field with a wrong value, a missing field and a newer
    /// version are errors. A field that this version does not know is kept. Time and memory are linear in the length.</remarks>
    /// <param name="text">The text, at most <see cref="MaxLength"/> characters.</param>
    /// <param name="name">The name of the file for errors.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ImageLockException">The text is not a lock; the exception names the line, the column and the
    /// reason.</exception>
    public static ImageLock Parse(string text, string name = ImageLockFile.FileName) =>
        TryParse(text, name, out var parsed, out var error) ? parsed : throw error;

    /// <summary>Parses the text of a lock, or reports that it is none.</summary>
    /// <param name="text">The text, at most <see cref="MaxLength"/> characters.</param>
    /// <param name="imageLock">The lock; null when the text is none.</param>
    /// <returns><see langword="true"/> when the text is a lock.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageLock? imageLock)
    {
        imageLock = null;
        return text is not null && TryParse(text, ImageLockFile.FileName, out imageLock, out _);
    }

    /// <summary>Parses the text of a lock, or gives the error that <see cref="Parse"/> would throw.</summary>
    /// <param name="text">The text, at most <see cref="MaxLength"/> characters.</param>
    /// <param name="name">The name of the file for the error.</param>
    /// <param name="imageLock">The lock; null when the text is none.</param>
    /// <param name="error">The error; null when the text is a lock.</param>
    /// <returns><see langword="true"/> when the text is a lock.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="name"/> is null.</exception>
    public static bool TryParse(
        string text,
        string name,
        [NotNullWhen(true)] out ImageLock? imageLock,
        [NotNullWhen(false)] out ImageLockException? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        (imageLock, error) = (null, null);
        try
        {
            imageLock = LockReader.Read(text, name);
            return true;
        }
        catch (ImageLockException e)
        {
            error = e;
            return false;
        }
    }
}
