using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>One entry of the trigger annotation: a field of the object that follows a tag.</summary>
[WireObject]
public sealed partial record ObjectFieldTrigger
{
    /// <summary>The name of the annotation, whose value is a list of triggers.</summary>
    public const string AnnotationName = "image.openshift.io/triggers";

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ObjectFieldTriggerReference From { get; init; } = ObjectFieldTriggerReference.Default;

    /// <summary>The field, such as <c>spec.template.spec.containers[?(@.name=="web")].image</c>.</summary>
    [WireField("fieldPath")]
    public string FieldPath { get; init; } = "";

    /// <summary>Gets a value indicating whether the trigger is paused.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }

    /// <summary>Returns the field and the tag.</summary>
    public override string ToString() => $"{FieldPath} follows {From}";
}
