using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>One trigger of a deployment configuration.</summary>
[WireObject]
public sealed partial record DeploymentTriggerPolicy
{
    /// <summary>The type of an image-change trigger.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a config-change trigger.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>The type: <c>ImageChange</c> or <c>ConfigChange</c>.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The parameters of an image-change trigger.</summary>
    [WireField("imageChangeParams", OmitEmpty = true)]
    public DeploymentTriggerImageChangeParams? ImageChangeParams { get; init; }

    /// <summary>Returns the type and the tag.</summary>
    public override string ToString() => ImageChangeParams is { } change ? $"{Type} of {change.From}" : Type ?? "";

    /// <summary>Creates a copy with the kind and the namespace of the tag; the same object when it has both.</summary>
    /// <param name="ns">The namespace of the deployment configuration.</param>
    internal DeploymentTriggerPolicy WithDefaults(string? ns)
    {
        if (ImageChangeParams is not { } change)
        {
            return this;
        }

        var source = change.From.WithDefaultKind();
        if (string.IsNullOrEmpty(source.Namespace) && !string.IsNullOrEmpty(ns))
        {
            source = source with { Namespace = ns };
        }

        return ReferenceEquals(source, change.From) ? this : this with { ImageChangeParams = change with { From = source } };
    }
}
