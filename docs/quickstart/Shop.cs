using ImageStreams.Builds;
using ImageStreams.Importing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Quickstart;

/// <summary>The objects that a cluster would store: streams, a build configuration and a deployment.</summary>
internal sealed class Shop(QuickstartRegistry registry)
{
    private readonly ImageImporter _importer = new(registry.Client);
    private BuildConfig _build = ShopObjects.MyappBuild;
    private Workload _web = ShopObjects.Web;

    public QuickstartRegistry Registry => registry;

    public ImageStream Python { get; private set; } = ShopObjects.Python(registry);

    public ImageStream Myapp { get; private set; } = ShopObjects.Myapp(registry);

    public long Builds => _build.Status.LastVersion;

    public int Rollouts { get; private set; }

    /// <summary>The images that all tags point to now.</summary>
    private StreamTagLookup Tags => new([Python, Myapp]) { AcceptUnversioned = true };

    /// <summary>Brings python:3.8 up to date with the registry; python:latest moves along.</summary>
    public async Task ImportPythonAsync() => Python = await ImportAsync(Python, "3.8");

    /// <summary>Evaluates whether myapp must be built.</summary>
    public BuildTriggerResult EvaluateBuild() => BuildTriggers.Evaluate(_build, Tags);

    /// <summary>Evaluates the trigger of the deployment: it gets another image, or the result says why not.</summary>
    public WorkloadTriggerResult EvaluateRollout() => WorkloadTriggers.Evaluate(_web, Tags);

    /// <summary>Simulates a build: pushes the image that myapp:latest follows, and records the cause.</summary>
    public async Task BuildAsync(BuildRequest request)
    {
        await registry.PushAsync("myapp:latest", SampleImages.Myapp(Digests.Short(request.TriggeredByImage!.Name!)));
        Myapp = await ImportAsync(Myapp, "latest");
        _build = BuildTriggers.RecordBuild(_build, request, Timestamp.Now(TimeProvider.System));
    }

    /// <summary>Stores the deployment with its new image.</summary>
    public void RollOut(WorkloadTriggerResult.Changed result)
    {
        _web = result.Workload;
        Rollouts++;
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
