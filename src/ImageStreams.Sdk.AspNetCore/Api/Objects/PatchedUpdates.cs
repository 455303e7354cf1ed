using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Patches objects of one form by updates of those of another form.</summary>
internal static class PatchedUpdates
{
    private const int MaxAttempts = 100;

    /// <summary>Patches an object as it is read, and updates it. Others may have written since the object was read: a patch that names
    /// no version is repeated.</summary>
    /// <param name="patch">The patch; not one of server-side apply.</param>
    /// <param name="schema">The structure of the object.</param>
    /// <param name="read">Reads the object.</param>
    /// <param name="update">Updates it, and requires the version in it.</param>
    /// <exception cref="ApiException">The patch cannot be applied, or the update fails.</exception>
    public static async Task<ServedAnswer> RunAsync(
        ObjectPatch patch, ObjectSchema schema, Func<Task<JsonObject>> read, Func<JsonObject, Task<ServedAnswer>> update)
    {
        for (var attempts = 1; ; attempts++)
        {
            var current = await read().ConfigureAwait(false);
            var patched = Patch(current, patch, schema);
            var isAsRead = patched.FindText("metadata", "resourceVersion") == current.FindText("metadata", "resourceVersion");
            try
            {
                return await update(patched).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists && isAsRead && attempts < MaxAttempts)
            {
                // The next attempt reads what the other one has written.
            }
        }
    }

    private static JsonObject Patch(JsonObject current, ObjectPatch patch, ObjectSchema schema)
    {
        try
        {
            return ObjectPatcher.Patch(current, patch, schema).Object;
        }
        catch (PatchException e)
        {
            throw ObjectErrors.FromPatch(e);
        }
    }
}
