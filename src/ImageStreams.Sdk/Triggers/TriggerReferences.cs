using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Creates the references by which triggers name tags.</summary>
internal static class TriggerReferences
{
    /// <summary>Creates a reference to a tag, with its namespace unless that is the holder's own.</summary>
    public static ObjectReference FromTag(ImageStreamTagName tag, string? holder) => new()
    {
        Kind = ReferenceKinds.ImageStreamTag,
        Name = tag.LocalName,
        Namespace = Abbreviate(tag.Namespace, holder),
    };

    /// <summary>Converts a reference to the form of the trigger annotation.</summary>
    public static ObjectFieldTriggerReference ToFieldReference(ObjectReference reference) => new()
    {
        Kind = reference.Kind ?? "",
        Name = reference.Name ?? "",
        Namespace = reference.Namespace,
        ApiVersion = reference.ApiVersion,
    };

    /// <summary>Returns the namespace that a reference must name; null when the holder's own is meant.</summary>
    public static string? Abbreviate(string ns, string? holder) => ns.Length == 0 || ns == holder ? null : ns;
}
