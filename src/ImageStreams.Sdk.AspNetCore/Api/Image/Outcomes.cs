using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the statuses of requests that succeeded and return no object.</summary>
internal static class Outcomes
{
    private const int Created = 201;

    /// <summary>A success without details.</summary>
    public static ServedAnswer Success { get; } = Create(null, 0);

    /// <summary>A creation that returns no object.</summary>
    public static ServedAnswer SuccessfulCreation { get; } = Create(null, Created);

    /// <summary>The deletion of an object.</summary>
    public static ServedAnswer Deleted(ResourceDefinition resource, ObjectMeta metadata) =>
        Create(ServedErrors.CreateDetails(resource, metadata.Name) with { Uid = metadata.Uid }, 0);

    /// <summary>The object of a patch, which may have created it.</summary>
    public static ServedAnswer Patched<T>(PatchResult<T> result, ServedObject value)
        where T : ApiObject => result.Created ? ServedAnswer.FromCreated(value) : ServedAnswer.FromObject(value);

    /// <summary>Deletes one of several objects; that somebody else was faster is no failure, as on the server.</summary>
    public static async Task DeleteIfThereAsync(Func<Task> delete)
    {
        try
        {
            await delete().ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // It is gone, which is all that was wanted.
        }
    }

    private static ServedAnswer.Outcome Create(StatusDetails? details, int code) => new()
    {
        Status = new KubernetesStatus { Kind = "Status", ApiVersion = "v1", Status = "Success", Details = details, Code = code },
    };
}
