using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The key of a policy (<c>publicKey</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyPublicKey
{
    /// <summary>The key in PEM, and that in base64.</summary>
    [WireField("keyData")]
    public string KeyData { get; init; } = "";

    /// <summary>The key of the transparency log in PEM, and that in base64; empty when no entry in a log is needed.</summary>
    [WireField("rekorKeyData", OmitEmpty = true)]
    public string RekorKeyData { get; init; } = "";
}
