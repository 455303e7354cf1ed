using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A signature of an image.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageSignature")]
public sealed partial record ImageSignature : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageSignature";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The kind of signature.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The signature itself.</summary>
    [WireField("content")]
    public ValueList<byte> Content { get; init; }

    /// <summary>The conditions of the signature.</summary>
    [WireField("conditions", OmitEmpty = true, MergeKey = "type")]
    public ValueList<SignatureCondition> Conditions { get; init; }

    /// <summary>The name of the image that the signature claims, such as <c>quay.io/app/web:1</c>.</summary>
    [WireField("imageIdentity", OmitEmpty = true)]
    public string? ImageIdentity { get; init; }

    /// <summary>The other claims of the signature.</summary>
    [WireField("signedClaims", OmitEmpty = true)]
    public ValueMap<string> SignedClaims { get; init; }

    /// <summary>The time at which the signature was created.</summary>
    [WireField("created", OmitEmpty = true)]
    public Timestamp? Created { get; init; }

    /// <summary>The issuer of the certificate or key.</summary>
    [WireField("issuedBy", OmitEmpty = true)]
    public SignatureIssuer? IssuedBy { get; init; }

    /// <summary>The subject of the certificate or key.</summary>
    [WireField("issuedTo", OmitEmpty = true)]
    public SignatureSubject? IssuedTo { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageSignature WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
