namespace ImageStreams.Clients;

/// <summary>Checks that the results of patches are still the object that was asked for.</summary>
internal static class PatchAnswers
{
    /// <summary>Requires that the result of a patch is in the namespace, and has the name, of the request.</summary>
    /// <param name="metadata">The metadata of the result.</param>
    /// <param name="ns">The namespace; empty for an object without one.</param>
    /// <param name="name">The name.</param>
    /// <returns>The metadata, with the namespace of the request.</returns>
    /// <exception cref="ApiException">It is another object (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static ObjectMeta RequireSameObject(ObjectMeta metadata, string ns, string name)
    {
        if (!string.IsNullOrEmpty(metadata.Namespace) && metadata.Namespace != ns)
        {
            throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        if (string.IsNullOrEmpty(metadata.Name))
        {
            throw ApiErrors.BadRequest($"the name of the object ({name} based on URL) was undeterminable: name must be provided");
        }

        var actual = ns.Length == 0 ? null : ns;
        return metadata.Name == name
            ? metadata with { Namespace = actual }
            : throw ApiErrors.BadRequest($"the name of the object ({metadata.Name}) does not match the name on the URL ({name})");
    }

    /// <summary>Requires that the result of a patch has the version of the object that was patched.</summary>
    /// <exception cref="ApiException">It has another, or none. A text that is no number is invalid, and not a failure of the
    /// server.</exception>
    public static void RequireSameVersion(ObjectMeta metadata, ObjectMeta old, string resource)
    {
        if (VersionCheck.FindProblem(metadata.ResourceVersion) is { } error)
        {
            throw ApiErrors.Invalid(resource, old.Name ?? "", [error]);
        }

        VersionCheck.RequireSameVersion(metadata, old, resource);
    }

    /// <summary>Requires that an object that an apply creates has neither a UID nor a version.</summary>
    /// <exception cref="ApiException">It has one.</exception>
    public static void RequireNew(ObjectMeta metadata, string resource, string name)
    {
        if (!string.IsNullOrEmpty(metadata.Uid))
        {
            throw ApiErrors.Conflict(
                resource, name, $"uid mismatch: the provided object specified uid {metadata.Uid}, and no existing object was found");
        }

        if (!string.IsNullOrEmpty(metadata.ResourceVersion) && metadata.ResourceVersion != "0")
        {
            throw ApiErrors.BadRequest("resourceVersion should not be set on objects to be created");
        }
    }
}
