using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A signature of an image.</summary>
[WireObject]
public sealed partial record ImageSignature : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageSignature";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The kind of signature.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The signature itself.</summary>
    [WireField("content")]
    public ValueList<byte> Content { get; init; }

    /// <summary>What is known of the signature.</summary>
    [WireField("conditions", OmitEmpty = true)]
    public ValueList<SignatureCondition> Conditions { get; init; }

    /// <summary>What the signature says the image is.</summary>
    [WireField("imageIdentity", OmitEmpty = true)]
    public string? ImageIdentity { get; init; }

    /// <summary>What else the signature says.</summary>
    [WireField("signedClaims", OmitEmpty = true)]
    public ValueMap<string> SignedClaims { get; init; }

    /// <summary>When the signature was made.</summary>
    [WireField("created", OmitEmpty = true)]
    public Timestamp? Created { get; init; }

    /// <summary>Who issued the certificate or key it was made with.</summary>
    [WireField("issuedBy", OmitEmpty = true)]
    public SignatureIssuer? IssuedBy { get; init; }

    /// <summary>Who made the signature.</summary>
    [WireField("issuedTo", OmitEmpty = true)]
    public SignatureSubject? IssuedTo { get; init; }

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageSignature WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
