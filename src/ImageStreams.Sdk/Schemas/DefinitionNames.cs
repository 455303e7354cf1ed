namespace ImageStreams.Schemas;

/// <summary>The beginnings of the names of definitions in OpenAPI documents, which are Go packages.</summary>
public static class DefinitionNames
{
    /// <summary>The types of <c>image.openshift.io/v1</c>.</summary>
    public const string Image = "com.github.openshift.api.image.v1.";

    /// <summary>The types of <c>meta/v1</c>.</summary>
    public const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>The types of the core group's <c>v1</c>.</summary>
    public const string Core = "io.k8s.api.core.v1.";

    /// <summary>The other packages of Kubernetes' machinery.</summary>
    public const string Machinery = "io.k8s.apimachinery.pkg.";
}
