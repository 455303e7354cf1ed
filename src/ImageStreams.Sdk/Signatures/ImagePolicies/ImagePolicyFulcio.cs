using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The authority of keyless signatures (<c>fulcioCAWithRekor</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyFulcio
{
    /// <summary>The certificates of Fulcio in PEM, and that in base64.</summary>
    [WireField("fulcioCAData")]
    public string FulcioCaData { get; init; } = "";

    /// <summary>The key of the transparency log in PEM, and that in base64.</summary>
    [WireField("rekorKeyData")]
    public string RekorKeyData { get; init; } = "";

    /// <summary>The signer that is trusted.</summary>
    [WireField("fulcioSubject")]
    public ImagePolicyFulcioSubject FulcioSubject { get; init; } = ImagePolicyFulcioSubject.Default;
}
