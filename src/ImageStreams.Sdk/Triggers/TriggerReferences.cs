using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Names tags as triggers do.</summary>
internal static class TriggerReferences
{
    /// <summary>A reference to a tag, with its namespace where that is not the holder's own.</summary>
    public static ObjectReference FromTag(ImageStreamTagName tag, string? holder) => new()
    {
        Kind = ReferenceKinds.ImageStreamTag,
        Name = tag.LocalName,
        Namespace = ReferenceNamespace.Abbreviate(tag.Namespace, holder),
    };

    /// <summary>A reference as the trigger annotation has it.</summary>
    public static ObjectFieldTriggerReference ToFieldReference(ObjectReference reference) => new()
    {
        Kind = reference.Kind ?? "",
        Name = reference.Name ?? "",
        Namespace = reference.Namespace,
        ApiVersion = reference.ApiVersion,
    };
}
