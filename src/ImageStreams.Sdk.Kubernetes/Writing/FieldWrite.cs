using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>One write of fields.</summary>
internal sealed class FieldWrite(
    ApiResource<ClusterObject, ClusterObjectList> resource, ClusterObject intended, ObjectWriteOptions options)
{
    private readonly string? _namespace = intended.Namespace.Length == 0 ? null : intended.Namespace;

    // An apply that takes fields over, and must not begin a fight, takes them on condition of the owners that were seen.
    private bool IsConditional => options is { Method: WriteMethod.Apply, Force: true, Fights: FightPolicy.Refuse };

    public async Task<WriteOutcome<ClusterObject>> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (attempt < options.MaxAttempts && IsRepeated(e))
            {
                // The next attempt reads what the other writer has written.
            }
        }
    }

    private async Task<WriteOutcome<ClusterObject>> WriteAsync(CancellationToken cancellationToken)
    {
        var live = await FindAsync(cancellationToken).ConfigureAwait(false);
        var forecast = Predict(live);
        if (options.Fights == FightPolicy.Refuse && (forecast.HasCertainFight || forecast is FightForecast.Unreadable))
        {
            return new WriteOutcome<ClusterObject>.Refused { Forecast = forecast };
        }

        return options.Method == WriteMethod.Apply
            ? await ApplyAsync(live, forecast, cancellationToken).ConfigureAwait(false)
            : await UpdateAsync(live, forecast, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClusterObject?> FindAsync(CancellationToken cancellationToken)
    {
        if (options is { Method: WriteMethod.Apply, Fights: FightPolicy.Ignore })
        {
            return null;
        }

        try
        {
            return await resource.GetAsync(_namespace, intended.Name, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
    }

    private FightForecast Predict(ClusterObject? live) => live is null || options.Fights == FightPolicy.Ignore
        ? new FightForecast.None()
        : FightPrediction.Predict(live, intended, options.ToSettings());

    private async Task<WriteOutcome<ClusterObject>> ApplyAsync(ClusterObject? live, FightForecast forecast, CancellationToken cancellationToken)
    {
        var version = IsConditional ? live?.Metadata.ResourceVersion : null;
        var body = version is null ? intended : intended with { Metadata = intended.Metadata with { ResourceVersion = version } };
        var patch = new ObjectPatch { Type = PatchType.Apply, Utf8Json = ImageStreamJson.SerializeToUtf8Bytes(body) };
        try
        {
            var result = await resource.PatchAsync(_namespace, intended.Name, patch, options.ToWriteOptions(), cancellationToken).ConfigureAwait(false);
            return new WriteOutcome<ClusterObject>.Written { Object = result.Object, IsCreated = result.Created, Forecast = forecast };
        }
        catch (ApiException e) when (IsOfOwners(e))
        {
            return new WriteOutcome<ClusterObject>.Conflicted { Status = e.Status, Forecast = forecast };
        }
    }

    private async Task<WriteOutcome<ClusterObject>> UpdateAsync(ClusterObject? live, FightForecast forecast, CancellationToken cancellationToken)
    {
        if (live is null)
        {
            var created = await resource.CreateAsync(_namespace, intended, options.ToWriteOptions(), cancellationToken).ConfigureAwait(false);
            return new WriteOutcome<ClusterObject>.Written { Object = created, IsCreated = true, Forecast = forecast };
        }

        var next = FieldMerge.Find(live, intended);
        var written = next is null
            ? live
            : await resource.UpdateAsync(_namespace, next, options.ToWriteOptions(), cancellationToken).ConfigureAwait(false);
        return new WriteOutcome<ClusterObject>.Written { Object = written, Forecast = forecast };
    }

    private bool IsRepeated(ApiException exception) => exception.Reason == ApiFailure.AlreadyExists
        || (exception.Reason == ApiFailure.Conflict && (IsConditional || options.Method == WriteMethod.Update));

    private static bool IsOfOwners(ApiException exception) =>
        exception.Reason == ApiFailure.Conflict && exception.Causes.Any(cause => cause.Reason == "FieldManagerConflict");
}
