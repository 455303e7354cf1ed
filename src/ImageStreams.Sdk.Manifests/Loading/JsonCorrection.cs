namespace ImageStreams.Manifests;

/// <summary>A part of a JSON text and what stands there instead.</summary>
internal readonly record struct JsonCorrection(int Start, int End, byte[] Replacement)
{
    public byte[] Apply(byte[] json) => [.. json.AsSpan(0, Start), .. Replacement, .. json.AsSpan(End)];
}
