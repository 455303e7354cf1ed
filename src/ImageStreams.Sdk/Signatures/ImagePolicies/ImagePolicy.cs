using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>A policy of one namespace for the signatures of images.</summary>
/// <remarks>Flux has a kind of the same name in another group; see <c>docs/how-to/nothing-unsigned.md</c>.</remarks>
[WireObject]
public sealed partial record ImagePolicy : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImagePolicy";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The scopes, and what signatures must fulfill there.</summary>
    [WireField("spec")]
    public ImagePolicySpec Spec { get; init; } = ImagePolicySpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImagePolicy WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
