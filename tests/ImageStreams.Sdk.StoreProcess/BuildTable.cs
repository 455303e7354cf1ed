using System.Globalization;
using System.Runtime.CompilerServices;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using Npgsql;

namespace ImageStreams.StoreProcess;

/// <summary>Build configurations and requested builds in two tables, which all replicas share.</summary>
internal sealed class BuildTable(NpgsqlDataSource source) : ITriggerTarget, ITriggerSource
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    public async IAsyncEnumerable<TriggerSourceEvent> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(PollInterval);
        do
        {
            var isFirst = told.Count == 0;
            foreach (var config in await ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (told.GetValueOrDefault(config.Name) != config.Metadata.ResourceVersion)
                {
                    told[config.Name] = config.Metadata.ResourceVersion!;
                    yield return new TriggerSourceEvent.BuildConfigObserved { BuildConfig = config };
                }
            }

            if (isFirst)
            {
                yield return TriggerSourceEvent.Synced.Instance;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Records the build and what it was started for, if the build configuration is still the one that was
    /// evaluated.</summary>
    public async ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        var recorded = BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(TimeProvider.System));
        var command = source.CreateCommand("""
            WITH recorded AS (
                UPDATE build_configs SET version = version + 1, body = $3 WHERE name = $1 AND version = $2 RETURNING name)
            INSERT INTO builds (name, image, process) SELECT name, $4, $5 FROM recorded
            """);
        await using var _ = command.ConfigureAwait(false);
        object[] values =
        [
            buildConfig.Name, long.Parse(buildConfig.Metadata.ResourceVersion!, CultureInfo.InvariantCulture),
            ImageStreamJson.Serialize(recorded), request.TriggeredByImage?.Name ?? "", Environment.ProcessId,
        ];
        command.Parameters.AddRange(Array.ConvertAll(values, static value => new NpgsqlParameter { Value = value }));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1
            ? TriggerTargetResult.Accepted.Instance
            : TriggerTargetResult.Conflict.Instance;
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task<List<BuildConfig>> ReadAsync(CancellationToken cancellationToken)
    {
        var configs = new List<BuildConfig>();
        var command = source.CreateCommand("SELECT version, body FROM build_configs ORDER BY name");
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var config = ImageStreamJson.Deserialize<BuildConfig>(reader.GetString(1));
            var version = reader.GetInt64(0).ToString(CultureInfo.InvariantCulture);
            configs.Add(config with { Metadata = config.Metadata with { ResourceVersion = version } });
        }

        return configs;
    }
}
