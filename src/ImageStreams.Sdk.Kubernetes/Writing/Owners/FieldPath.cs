using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The path of a field.</summary>
/// <param name="Steps">The steps from the object; at least one.</param>
internal sealed record FieldPath(ValueList<FieldStep> Steps)
{
    /// <summary>The path of the item or object that has the field; null for a field of the object itself.</summary>
    public FieldPath? Parent => Steps.Count > 1 ? new FieldPath(Steps.Take(Steps.Count - 1).ToValueList()) : null;

    /// <summary>Gets a value indicating whether it is the image of a container, which the one who created it had to set.</summary>
    public bool IsContainerImage => Steps is [.., { Name: "containers" or "initContainers" }, { Keys.IsEmpty: false }, { Name: "image" }];

    /// <summary>Gets a value indicating whether it is a field of the object's metadata.</summary>
    public bool IsMetadata => Steps[0].Name == "metadata";

    /// <summary>The name of the container; empty for other fields.</summary>
    public string Container => IsContainerImage ? FindName(Steps[^2]) : "";

    /// <summary>The path as conflicts name it, such as <c>.spec.template.spec.containers[name="web"].image</c>.</summary>
    public override string ToString() => string.Concat(Steps);

    private static string FindName(FieldStep step)
    {
        foreach (var (key, value) in step.Keys)
        {
            if (key == "name")
            {
                return value.Trim('"');
            }
        }

        return "";
    }
}
