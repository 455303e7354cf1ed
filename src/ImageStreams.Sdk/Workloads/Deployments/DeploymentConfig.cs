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
    /// <remarks>A config-change trigger where <c>spec.triggers</c> is absent, and the kind and the namespace of the
    /// tags that triggers watch.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public DeploymentConfig WithDefaults()
    {
        var triggers = Spec.Triggers.IsNull
            ? [new DeploymentTriggerPolicy { Type = DeploymentTriggerPolicy.ConfigChangeType }]
            : Spec.Triggers.Map(trigger => trigger.WithDefaults(Metadata.Namespace));
        return triggers.IsSameAs(Spec.Triggers) ? this : this with { Spec = Spec with { Triggers = triggers } };
    }
}
