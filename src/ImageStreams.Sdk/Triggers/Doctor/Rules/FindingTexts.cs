using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Internal;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Formats the arguments of a rule's message.</summary>
/// <remarks>Names are escaped and shortened, unless the format is <c>text</c>.</remarks>
internal sealed class FindingTexts : IFormatProvider, ICustomFormatter
{
    /// <summary>The maximum number of characters of a name in a message.</summary>
    private const int MaxName = 128;

    private const string Text = "text";

    public static FindingTexts Instance { get; } = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        var text = Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "";
        return format == Text ? text : Show(text);
    }

    /// <summary>Explains why a tag cannot be scheduled.</summary>
    public static string ExplainUnscheduled(TagSourceKind source) => source switch
    {
        TagSourceKind.Push => "it is only pushed to.",
        TagSourceKind.Tag => "it follows another tag.",
        TagSourceKind.Pinned => "it is one image, by its digest.",
        TagSourceKind.Reference => "it only passes a pull spec on.",
        _ => "it follows nothing that could be imported.",
    };

    /// <summary>Explains why a tag does not move.</summary>
    public static string ExplainPinned(TagSourceKind source) => source == TagSourceKind.Reference
        ? "a pull spec that is passed on and never imported"
        : "one image that does not move";

    /// <summary>Explains why an API server drops a trigger with a misplaced field.</summary>
    public static string ExplainDropped(MisplacedField field, BuildTriggerPolicy trigger) => trigger.KnownType is null
        ? $"the field {field.Name} is not read, because {field.Reason}, and the type '{trigger.Type}' does not exist."
        : $"the field {field.Name} is not read, because {field.Reason}, and the base image is no ImageStreamTag to listen to.";

    /// <summary>Explains what a trigger of a deployment configuration does whose type does not exist.</summary>
    public static string ExplainType(DeploymentTriggerPolicy trigger)
    {
        if (string.IsNullOrEmpty(trigger.Type))
        {
            return "an API server rejects the object.";
        }

        return trigger.ImageChangeParams is { Automatic: true }
            ? "the trigger sets the image, but starts no rollout."
            : "the trigger does nothing.";
    }

    private static string Show(string text) => PrintableText.ShowName(text, MaxName);
}
