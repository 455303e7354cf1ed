using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>Runs patches, and checks that their results are still the object that was asked for.</summary>
internal static class PatchAnswers
{
    /// <summary>Patches an object.</summary>
    /// <exception cref="ApiException">The patch failed.</exception>
    public static T Patch<T>(T current, ObjectPatch patch, ObjectSchema schema, WriteOptions options)
        where T : class, IWireObject<T>
    {
        try
        {
            return PatchResults.Patch(current, patch, schema, options.FieldValidation, options.OnWarning);
        }
        catch (PatchException e)
        {
            throw PatchStatuses.FromPatch(e);
        }
    }

    /// <summary>Requires that a patch has a manager if it is an apply, and a valid name of one otherwise.</summary>
    /// <exception cref="ApiException">It has none (<see cref="ApiFailure.Invalid"/>).</exception>
    public static void RequireManager(ObjectPatch patch, WriteOptions options)
    {
        var errors = FieldManagerRules.FindErrors(options.FieldManager, isRequired: patch.Type == PatchType.Apply);
        if (!errors.IsEmpty)
        {
            throw PatchStatuses.FromOptions("PatchOptions", errors);
        }
    }

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

        return metadata.Name == name
            ? metadata with { Namespace = ns.Length == 0 ? null : ns }
            : throw ApiErrors.BadRequest($"the name of the object ({metadata.Name}) does not match the name on the URL ({name})");
    }
}
