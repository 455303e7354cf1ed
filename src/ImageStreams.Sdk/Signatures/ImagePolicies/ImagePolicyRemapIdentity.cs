using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The exchange of the beginning of a name (<c>remapIdentity</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyRemapIdentity
{
    /// <summary>The beginning of the image's name.</summary>
    [WireField("prefix")]
    public string Prefix { get; init; } = "";

    /// <summary>The beginning in its place, which the signature must have.</summary>
    [WireField("signedPrefix")]
    public string SignedPrefix { get; init; } = "";
}
