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

    /// <summary>The <c>apiVersion</c> before OpenShift had API groups; clients replace it.</summary>
    private const string LegacyVersion = "v1";

    /// <summary>The desired state: source, strategy, output and triggers.</summary>
    [WireField("spec")]
    public BuildConfigSpec Spec { get; init; } = BuildConfigSpec.Default;

    /// <summary>The observed state: the latest build and the images that triggers last fired for.</summary>
    [WireField("status")]
    public BuildConfigStatus Status { get; init; } = BuildConfigStatus.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public BuildConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy as an API server stores it: with its defaults, and without the triggers that it drops.</summary>
    /// <remarks>
    /// Those of the <see cref="BuildConfigSpec.WithDefaults">specification</see>; the legacy <c>apiVersion</c> <c>v1</c> becomes
    /// <see cref="GroupVersion"/>. Idempotent. Does not validate: what a server rejects stays as it is.
    /// </remarks>
    /// <returns>The copy; the same object when there is nothing to change.</returns>
    public BuildConfig WithDefaults() => With(Spec.WithDefaults());

    /// <summary>Creates a copy with all defaults, but with every trigger at the position where it was written.</summary>
    /// <returns>The copy; the same object when no field is left out.</returns>
    internal BuildConfig Complete() => With(Spec.Complete());

    private BuildConfig With(BuildConfigSpec spec)
    {
        if (ApiVersion == LegacyVersion)
        {
            return this with { ApiVersion = GroupVersion, Spec = spec };
        }

        return ReferenceEquals(spec, Spec) ? this : this with { Spec = spec };
    }
}
