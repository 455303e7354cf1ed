using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>An entry of the trigger annotation: a field of the object is to follow a tag.</summary>
[WireObject]
public sealed partial record ObjectFieldTrigger
{
    /// <summary>The annotation that holds a list of these.</summary>
    public const string AnnotationName = "image.openshift.io/triggers";

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ObjectFieldTriggerReference From { get; init; } = ObjectFieldTriggerReference.Default;

    /// <summary>The field, such as <c>spec.template.spec.containers[?(@.name=="web")].image</c>.</summary>
    [WireField("fieldPath")]
    public string FieldPath { get; init; } = "";

    /// <summary>Indicates whether the trigger is held back.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }
}
