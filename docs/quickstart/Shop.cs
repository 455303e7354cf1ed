using ImageStreams.Builds;
using ImageStreams.Importing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Quickstart;

/// <summary>What a cluster would keep: streams, a build configuration, a deployment; and how they change.</summary>
internal sealed class Shop(QuickstartRegistry registry)
{
    private readonly ImageImporter _importer = new(registry.Client);
    private BuildConfig _build = ShopObjects.MyappBuild;
    private Workload _web = ShopObjects.Web;

    public QuickstartRegistry Registry => registry;

    public ImageStream Python { get; private set; } = ShopObjects.Python(registry);

    public ImageStream Myapp { get; private set; } = ShopObjects.Myapp(registry);

    public long Builds => _build.Status.LastVersion;

    public int RollOuts { get; private set; }

    /// <summary>What all tags point to at this moment.</summary>
    private StreamTagLookup Tags => new([Python, Myapp]) { AcceptUnversioned = true };

    /// <summary>Brings python:3.8 up to date with the registry; python:latest moves along.</summary>
    public async Task ImportPythonAsync() => Python = await ImportAsync(Python, "3.8");

    /// <summary>Evaluates whether myapp must be built.</summary>
    public BuildTriggerResult EvaluateBuild() => BuildTriggers.Evaluate(_build, Tags);

    /// <summary>Evaluates the trigger of the deployment: it has another image, or the reason why not.</summary>
    public WorkloadTriggerResult EvaluateRollout() => WorkloadTriggers.Evaluate(_web, Tags);

    /// <summary>Does what a build does: pushes the image that myapp:latest follows, and remembers why.</summary>
    public async Task BuildAsync(BuildRequest request)
    {
        await registry.PushAsync("myapp:latest", SampleImages.Myapp(Digests.Short(request.TriggeredByImage!.Name!)));
        Myapp = await ImportAsync(Myapp, "latest");
        _build = BuildTriggers.RecordBuild(_build, request, Timestamp.Now(TimeProvider.System));
    }

    /// <summary>Keeps the deployment with its new image.</summary>
    public void RollOut(WorkloadTriggerResult.Changed result)
    {
        _web = result.Workload;
        RollOuts++;
    }

    private async Task<ImageStream> ImportAsync(ImageStream stream, string tag)
    {
        var result = await _importer.ImportTagAsync(stream, tag);
        return result switch
        {
            TagImportResult.Imported or TagImportResult.Unchanged => result.Stream,
            TagImportResult.Failed failed => throw new QuickstartException(failed.Message),
            _ => throw new QuickstartException($"There is nothing to import for {stream.Metadata.Name}:{tag}."),
        };
    }
}
