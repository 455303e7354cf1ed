using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The configuration of an OpenShift build: the source, the strategy, the output and the triggers.</summary>
/// <remarks>Has the fields that triggers and graphs need; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record BuildConfig : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "BuildConfig";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "build.openshift.io/v1";

    /// <summary>The desired state: source, strategy, output and triggers.</summary>
    [WireField("spec")]
    public BuildConfigSpec Spec { get; init; } = BuildConfigSpec.Default;

    /// <summary>The observed state: the latest build and the images that triggers last fired for.</summary>
    [WireField("status")]
    public BuildConfigStatus Status { get; init; } = BuildConfigStatus.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public BuildConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>Those of the <see cref="BuildConfigSpec.WithDefaults">specification</see>.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildConfig WithDefaults()
    {
        var spec = Spec.WithDefaults();
        return ReferenceEquals(spec, Spec) ? this : this with { Spec = spec };
    }
}
