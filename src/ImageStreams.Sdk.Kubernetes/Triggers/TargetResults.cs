using ImageStreams.Clients;
using ImageStreams.Controllers;

namespace ImageStreams.Kubernetes;

/// <summary>The results of a trigger target, by what the API server answered.</summary>
internal static class TargetResults
{
    // A server answers a JSON patch whose conditions do not hold with this sentence, and nothing else with it.
    private const string ConditionFailed = "the server rejected our request due to an error in our request";

    // Answers of instantiate, as recorded: a build of the image was started, or any other one, since the configuration was read.
    private const string AlreadyBuilt = "has already instantiated a build for imageid";
    private const string BuiltSince = "on the build request does not match the current version";

    /// <summary>Sends a request; failures that are neither a conflict nor a refusal are the caller's.</summary>
    public static async ValueTask<TriggerTargetResult> SendAsync(ApiSender sender, ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return TriggerTargetResult.Accepted.Instance;
        }
        catch (ApiException e) when (Find(e) is { } result)
        {
            return result;
        }
    }

    private static TriggerTargetResult? Find(ApiException failure) => failure.Reason switch
    {
        ApiFailure.Conflict or ApiFailure.AlreadyExists or ApiFailure.NotFound => TriggerTargetResult.Conflict.Instance,
        _ when IsChangeByOthers(failure) => TriggerTargetResult.Conflict.Instance,
        ApiFailure.Invalid or ApiFailure.Forbidden or ApiFailure.BadRequest or ApiFailure.MethodNotAllowed =>
            new TriggerTargetResult.Refused { Message = failure.Message },
        _ => null,
    };

    private static bool IsChangeByOthers(ApiException failure) => failure.Reason switch
    {
        ApiFailure.Invalid => failure.Message.StartsWith(ConditionFailed, StringComparison.Ordinal),
        ApiFailure.InternalError => failure.Message.Contains(AlreadyBuilt, StringComparison.Ordinal),
        ApiFailure.BadRequest => failure.Message.Contains(BuiltSince, StringComparison.Ordinal),
        _ => false,
    };
}
