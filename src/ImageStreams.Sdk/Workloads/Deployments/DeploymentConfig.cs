using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>An OpenShift deployment configuration, which image-change triggers roll out.</summary>
/// <remarks>Has the fields that triggers and graphs need; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record DeploymentConfig : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "DeploymentConfig";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "apps.openshift.io/v1";

    /// <summary>The <c>apiVersion</c> before OpenShift had API groups; clients replace it.</summary>
    private const string LegacyVersion = "v1";

    /// <summary>The path of the pod specification.</summary>
    internal const string PodSpecPath = "spec.template.spec";

    /// <summary>The desired state: the pods and the triggers.</summary>
    [WireField("spec")]
    public DeploymentConfigSpec Spec { get; init; } = DeploymentConfigSpec.Default;

    /// <summary>The observed state: the latest rollout.</summary>
    [WireField("status")]
    public DeploymentConfigStatus Status { get; init; } = DeploymentConfigStatus.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public DeploymentConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets where a manifest leaves a field out.</summary>
    /// <remarks>
    /// A config-change trigger where <c>spec.triggers</c> is absent, and the kind and the namespace of the tags that triggers
    /// watch. A trigger on an <c>ImageStream</c> or <c>ImageRepository</c> gets the tag in its name, or else <c>latest</c>. The
    /// legacy <c>apiVersion</c> <c>v1</c> becomes <see cref="GroupVersion"/>. Idempotent. Does not validate: what a server rejects
    /// stays as it is.
    /// </remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public DeploymentConfig WithDefaults()
    {
        var spec = Spec.WithDefaults(Metadata.Namespace);
        if (ApiVersion == LegacyVersion)
        {
            return this with { ApiVersion = GroupVersion, Spec = spec };
        }

        return ReferenceEquals(spec, Spec) ? this : this with { Spec = spec };
    }
}
