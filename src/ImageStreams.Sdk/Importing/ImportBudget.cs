namespace ImageStreams.Importing;

/// <summary>The limit of what is read in sum for one import. Safe to share between threads.</summary>
/// <remarks>Requests that run at the same time may exceed it by one answer each.</remarks>
internal sealed class ImportBudget(long limit)
{
    private long _bytes;

    /// <summary>Counts a manifest or a configuration.</summary>
    /// <exception cref="ImageFormatException">The import has read more than the limit.</exception>
    public void Spend(int length)
    {
        if (Interlocked.Add(ref _bytes, length) > limit)
        {
            throw ImageFormatErrors.ImportTooLarge(limit);
        }
    }
}
