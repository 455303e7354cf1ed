using System.Text;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The access that a request needs: a verb on a resource, or on a path that is about no resource.</summary>
/// <remarks>The same facts as in a <c>SubjectAccessReview</c>. Immutable.</remarks>
public sealed record ApiAccess
{
    /// <summary>The user.</summary>
    public required ApiUser User { get; init; }

    /// <summary>The verb, such as <c>get</c>, <c>list</c>, <c>deletecollection</c> or <c>patch</c>; of a path, the method of the
    /// request in lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>The API group, such as <c>image.openshift.io</c>; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version of the group, such as <c>v1</c>; empty when it does not matter.</summary>
    public string Version { get; init; } = "";

    /// <summary>The resource in the plural, such as <c>imagestreams</c>; empty for a path.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource, such as <c>layers</c>; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The namespace; empty for all namespaces, and for a resource that has none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the object; empty for a collection, and for an object that is to be created.</summary>
    public string Name { get; init; } = "";

    /// <summary>The path, such as <c>/version</c>, of a request that is about no resource; otherwise null.</summary>
    public string? Path { get; init; }

    /// <summary>Gets a value indicating whether the access is to a resource.</summary>
    public bool IsResource => Path is null;

    /// <summary>The resource with its subresource, such as <c>imagestreams/layers</c>.</summary>
    public string ResourceWithSubresource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    /// <summary>Returns the sentence that an API server writes when it denies the access.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"User {AccessText.Quote(User.Name)} cannot {Verb} ");
        if (!IsResource)
        {
            return text.Append("path ").Append(AccessText.Quote(Path!)).ToString();
        }

        text.Append("resource ").Append(AccessText.Quote(ResourceWithSubresource));
        text.Append(" in API group ").Append(AccessText.Quote(Group));
        return (Namespace.Length == 0 ? text.Append(" at the cluster scope") : text.Append(" in the namespace ").Append(AccessText.Quote(Namespace)))
            .ToString();
    }
}
