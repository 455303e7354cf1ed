using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>One trigger of a build configuration.</summary>
[WireObject]
public sealed partial record BuildTriggerPolicy
{
    /// <summary>The type of an image-change trigger.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a config-change trigger.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>The type: <c>ImageChange</c>, <c>ConfigChange</c>, <c>GitHub</c> and others.</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>The parameters of an image-change trigger.</summary>
    [WireField("imageChange", OmitEmpty = true)]
    public ImageChangeTrigger? ImageChange { get; init; }

    /// <summary>The type in its present spelling; null when it is no type of trigger.</summary>
    internal string? KnownType => Type switch
    {
        ImageChangeType or "imageChange" => ImageChangeType,
        "GitHub" or "github" => "GitHub",
        "Generic" or "generic" => "Generic",
        ConfigChangeType or "GitLab" or "Bitbucket" => Type,
        _ => null,
    };

    /// <summary>Gets a value indicating whether an API server rejects the trigger for the lack of parameters.</summary>
    /// <remarks>It makes them for the present spelling of the type only.</remarks>
    internal bool LacksParameters => ImageChange is null && Type != ImageChangeType && KnownType == ImageChangeType;

    /// <summary>Returns the type and the tag.</summary>
    public override string ToString() => ImageChange?.From is { } from ? $"{Type} of {from}" : Type;

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The parameters of an <c>ImageChange</c> trigger, which then watches the base image of the strategy, and the
    /// present spelling of the old types <c>imageChange</c>, <c>github</c> and <c>generic</c>. An <c>imageChange</c> trigger
    /// without parameters is unchanged: an API server rejects it.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildTriggerPolicy WithDefaults()
    {
        if (Type == ImageChangeType)
        {
            return ImageChange is null ? this with { ImageChange = ImageChangeTrigger.Default } : this;
        }

        return KnownType is { } type && type != Type && !LacksParameters ? this with { Type = type } : this;
    }
}
