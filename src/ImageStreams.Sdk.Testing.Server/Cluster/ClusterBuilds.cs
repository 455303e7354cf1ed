using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Testing.Server;

/// <summary>Starts builds: the subresource <c>instantiate</c> of build configurations.</summary>
/// <remarks>Creates the build as the build API does, and records it in the configuration. Nothing runs it.</remarks>
internal sealed class ClusterBuilds(
    Func<string, ServedResource> find,
    IObjectStore<ClusterObject> configs,
    IObjectStore<ClusterObject> builds,
    IObjectStore<ImageStream> streams,
    TimeProvider timeProvider)
{
    private const string Manager = "openshift-apiserver";
    private const string Builds = "builds.build.openshift.io";

    /// <summary>The maximum number of attempts when others write the configuration at the same time, as in the build API.</summary>
    private const int MaxAttempts = 3;

    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>The host and port of the integrated registry; empty when there is none.</summary>
    public string InternalRegistryHostname { get; init; } = "";

    public async ValueTask<ServedAnswer> InstantiateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var wanted = Read(request);
        var key = new ObjectKey(request.Namespace!, string.IsNullOrEmpty(wanted.Name) ? request.Name! : wanted.Name);
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await InstantiateAsync(key, wanted, request.Write.DryRun, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Conflict && attempts < MaxAttempts)
            {
                // The next attempt reads what another one has written.
            }
        }
    }

    private async Task<ServedAnswer> InstantiateAsync(ObjectKey key, BuildRequest wanted, bool isDryRun, CancellationToken cancellationToken)
    {
        var config = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        BuildRefusals.RequireLast(config, wanted);
        BuildRefusals.RequireNew(config, wanted);
        var tags = await CreateLookupAsync(cancellationToken).ConfigureAwait(false);
        var started = BuildTriggers.RecordBuild(config, wanted, Timestamp.Now(timeProvider), tags);
        var recorded = BuildRecords.Complete(config, started, wanted);
        await StoreAsync(recorded, cancellationToken).ConfigureAwait(false);
        var build = BuildDocuments.Create(config, wanted, recorded.Status.LastVersion, tags, Timestamp.Now(timeProvider));
        var call = CreateCall(ResourceVerbs.Create, key.Namespace, null, build) with
        {
            Write = new WriteOptions { FieldManager = Manager, DryRun = isDryRun },
        };
        var created = await CreateAsync(call, config, build, cancellationToken).ConfigureAwait(false);

        // A dry run counts as well, and the build that it only imagined cannot be read.
        return isDryRun ? throw ServedErrors.NotFound(find(Builds).Definition, build.FindText("metadata", "name") ?? "") : AsBuild(created);
    }

    // In a real cluster, the builds of a configuration go with it: they are not in the way of the next one of its name.
    private async Task<ServedAnswer> CreateAsync(
        ResourceRequest call, BuildConfig config, JsonObject build, CancellationToken cancellationToken)
    {
        try
        {
            return await find(Builds).CreateAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists)
        {
            var key = new ObjectKey(config.Namespace, build.FindText("metadata", "name") ?? "");
            var known = await builds.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (known is null || !OwnedObjects.IsLeftBehind(known, BuildConfig.KindName, config.Name, config.Metadata.Uid))
            {
                throw;
            }

            await OwnedObjects.RemoveAsync(builds, known, cancellationToken).ConfigureAwait(false);
            return await find(Builds).CreateAsync(call, cancellationToken).ConfigureAwait(false);
        }
    }

    // The path is that of a build configuration, and the object is not.
    private static ServedAnswer AsBuild(ServedAnswer answer) => answer is ServedAnswer.One one
        ? one with { Object = new ServedObject(one.Object.Utf8Json) { Kind = Build.KindName, ApiVersion = BuildConfig.GroupVersion } }
        : answer;

    private static BuildRequest Read(ResourceRequest request)
    {
        try
        {
            return ImageStreamJson.Deserialize<BuildRequest>(request.Body.Span, OfAnyVersion);
        }
        catch (WireFormatException e)
        {
            throw ServedErrors.BadRequest(e.Message);
        }
    }

    private async Task<BuildConfig> FindAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var found = await configs.FindAsync(key, cancellationToken).ConfigureAwait(false)
            ?? throw ServedErrors.NotFound(find("buildconfigs.build.openshift.io").Definition, key.Name);
        return ImageStreamJson.Deserialize<BuildConfig>(ImageStreamJson.SerializeToUtf8Bytes(found), OfAnyVersion);
    }

    private async Task<StreamTagLookup> CreateLookupAsync(CancellationToken cancellationToken)
    {
        var page = await streams.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        return new StreamTagLookup(page.Items, InternalRegistryHostname);
    }

    private async Task StoreAsync(BuildConfig recorded, CancellationToken cancellationToken)
    {
        var document = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(recorded.WithTypeMeta()))!;
        var call = CreateCall(ResourceVerbs.Update, recorded.Namespace, recorded.Name, document);
        await find("buildconfigs.build.openshift.io").UpdateAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static ResourceRequest CreateCall(string verb, string ns, string? name, JsonObject body) => new()
    {
        Verb = verb,
        Namespace = ns,
        Name = name,
        Body = ObjectDocuments.ToUtf8(body),
        Write = new WriteOptions { FieldManager = Manager },
    };
}
