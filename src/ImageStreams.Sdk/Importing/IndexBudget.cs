using System.Text;

namespace ImageStreams.Importing;

/// <summary>The limit of what the images of one index may have in sum. Safe to share between threads.</summary>
internal sealed class IndexBudget(int limit)
{
    private long _bytes;

    /// <summary>Counts an image.</summary>
    /// <returns>The image.</returns>
    /// <exception cref="ImageFormatException">The images have more than the limit.</exception>
    public Image Spend(Image image)
    {
        var bytes = GetByteCount(image.DockerImageManifest) + GetByteCount(image.DockerImageConfig);
        return Interlocked.Add(ref _bytes, bytes) <= limit ? image : throw ImageFormatErrors.IndexTooLarge(limit);
    }

    private static long GetByteCount(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
