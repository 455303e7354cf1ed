namespace ImageStreams.Signatures;

/// <summary>Counts what is read for one image, against the limits.</summary>
internal sealed class SignatureBudget(SignatureLimits limits)
{
    private int _manifests = limits.MaxManifests;
    private int _signatures = limits.MaxSignatures;
    private long _bytes = limits.MaxTotalBytes;

    /// <summary>The first limit that was reached; empty when none was.</summary>
    public string Reached { get; private set; } = "";

    public bool TryTakeManifest() => Take(ref _manifests, $"the limit of {limits.MaxManifests} manifests with signatures is reached");

    public bool TryTakeSignature() => Take(ref _signatures, $"the limit of {limits.MaxSignatures} signatures is reached");

    public bool TryTakeBytes(long bytes)
    {
        _bytes -= bytes;
        return Note(_bytes >= 0, $"the limit of {limits.MaxTotalBytes} bytes of signatures is reached");
    }

    private bool Take(ref int left, string text)
    {
        var isFree = left > 0;
        left -= isFree ? 1 : 0;
        return Note(isFree, text);
    }

    private bool Note(bool isFree, string text)
    {
        Reached = isFree || Reached.Length > 0 ? Reached : text;
        return isFree;
    }
}
