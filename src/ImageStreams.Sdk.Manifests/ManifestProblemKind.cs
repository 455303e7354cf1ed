namespace ImageStreams.Manifests;

/// <summary>The kinds of a <see cref="ManifestProblem"/>.</summary>
public enum ManifestProblemKind
{
    /// <summary>A file or folder that cannot be opened or read.</summary>
    Unreadable,

    /// <summary>A text that is neither YAML nor JSON, such as the source of a Helm template.</summary>
    Syntax,

    /// <summary>A text that exceeds a limit, such as aliases that expand to too much.</summary>
    TooLarge,

    /// <summary>A scalar that other readers understand differently, such as <c>3.10</c>, <c>no</c>, <c>0777</c>, or a date.</summary>
    AmbiguousScalar,

    /// <summary>A field whose value has the wrong type, or an object that cannot be read.</summary>
    InvalidObject,

    /// <summary>A parameter of a template that is required and has no value, or whose value cannot be used.</summary>
    TemplateParameter,

    /// <summary>A reference to a parameter that the template does not have, which OpenShift leaves as it is.</summary>
    UnknownParameter,

    /// <summary>An object that was read before from another place; the first one counts.</summary>
    Duplicate,
}
