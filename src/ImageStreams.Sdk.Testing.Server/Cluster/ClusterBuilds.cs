using System.Globalization;
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
    Func<string, ServedResource> find, IObjectStore<ClusterObject> configs, IObjectStore<ImageStream> streams, TimeProvider timeProvider)
{
    private const string Manager = "openshift-apiserver";

    private static readonly ImageStreamJsonOptions OfAnyVersion = new() { CheckKind = false };

    /// <summary>The host and port of the integrated registry; empty when there is none.</summary>
    public string InternalRegistryHostname { get; init; } = "";

    public async ValueTask<ServedAnswer> InstantiateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var wanted = Read(request);
        var key = new ObjectKey(request.Namespace!, string.IsNullOrEmpty(wanted.Name) ? request.Name! : wanted.Name);
        var config = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        RequireLast(config, wanted);
        RequireNew(config, wanted);
        var tags = await CreateLookupAsync(cancellationToken).ConfigureAwait(false);
        var started = BuildTriggers.RecordBuild(config, wanted, Timestamp.Now(timeProvider), tags);
        var recorded = BuildRecords.Complete(config, started, wanted);
        await StoreAsync(recorded, request.Write.DryRun, cancellationToken).ConfigureAwait(false);
        var build = BuildDocuments.Create(config, wanted, recorded.Status.LastVersion, tags, Timestamp.Now(timeProvider));
        return AsBuild(await find("builds.build.openshift.io").CreateAsync(
            CreateCall(ResourceVerbs.Create, key.Namespace, null, build, request.Write.DryRun), cancellationToken).ConfigureAwait(false));
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

    private static void RequireLast(BuildConfig config, BuildRequest wanted)
    {
        if (wanted.LastVersion is { } last && last != config.Status.LastVersion)
        {
            throw ServedErrors.BadRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"the LastVersion({last}) on the build request does not match the current version({config.Status.LastVersion})"));
        }
    }

    // A build for an image that was built already is an internal error of the real API, too.
    private static void RequireNew(BuildConfig config, BuildRequest wanted)
    {
        var image = wanted.TriggeredByImage?.Name;
        var isKnown = image is not null && config.Status.ImageChangeTriggers.Any(known => known.LastTriggeredImageId == image);
        if (isKnown)
        {
            var message = $"build config {config.Namespace}/{config.Name} has already instantiated a build for imageid {image}";
            throw ServedErrors.Create(
                ApiFailure.InternalError,
                500,
                StatusReasons.InternalError,
                $"Internal error occurred: {message}",
                new StatusDetails { Causes = [new StatusCause { Message = message }] });
        }
    }

    private async Task<StreamTagLookup> CreateLookupAsync(CancellationToken cancellationToken)
    {
        var page = await streams.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        return new StreamTagLookup(page.Items, InternalRegistryHostname);
    }

    private async Task StoreAsync(BuildConfig recorded, bool isDryRun, CancellationToken cancellationToken)
    {
        var document = (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(recorded.WithTypeMeta()))!;
        var call = CreateCall(ResourceVerbs.Update, recorded.Namespace, recorded.Name, document, isDryRun);
        await find("buildconfigs.build.openshift.io").UpdateAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static ResourceRequest CreateCall(string verb, string ns, string? name, JsonObject body, bool dryRun) => new()
    {
        Verb = verb,
        Namespace = ns,
        Name = name,
        Body = ObjectDocuments.ToUtf8(body),
        Write = new WriteOptions { FieldManager = Manager, DryRun = dryRun },
    };
}
