using ImageStreams.Builds;
using ImageStreams.Resolution;
using ImageStreams.Triggers;

namespace ImageStreams.Quickstart;

/// <summary>Shows the effects on an application when its base image moves.</summary>
internal sealed class Story(Shop shop, Report report)
{
    public async Task TellAsync()
    {
        report.Title(
            "A base image moves: what must be built, and what must roll out?",
            $"Registry: {shop.Registry.Description}");

        report.Step("The base image is in the registry");
        await PushPythonAsync("3.8.19");

        report.Step("Import python:3.8; python:latest follows it");
        await ImportAsync();

        report.Step("Where does python:latest lead?");
        Resolve();

        report.Step("Must myapp be built?");
        await BuildAsync();

        report.Step("Must web roll out?");
        RollOut();

        report.Step("Is there anything left to do?");
        await BuildAsync();
        RollOut();

        report.Step("The base image moves in the registry, and is imported again");
        await PushPythonAsync("3.8.20");
        await ImportAsync();
        ShowHistory();

        report.Step("What must be built, and what must roll out now?");
        await BuildAsync();
        RollOut();

        report.Step("Where things stand");
        ShowSummary();
    }

    private async Task PushPythonAsync(string version)
    {
        var image = SampleImages.Python(version);
        await shop.Registry.PushAsync("python:3.8", image);
        report.Line("pushed", $"{shop.Registry.GetName("python:3.8")} is {Digests.Short(image.Digest.ToString())}");
    }

    private async Task ImportAsync()
    {
        var before = shop.Python;
        await shop.ImportPythonAsync();
        ShowMove(before, shop.Python, "3.8");
        ShowMove(before, shop.Python, "latest");
    }

    private void Resolve()
    {
        if (TagResolver.Resolve(shop.Python, "latest") is not TagResolution.Resolved resolved)
        {
            throw new QuickstartException("The tag python:latest leads nowhere.");
        }

        foreach (var hop in resolved.Hops)
        {
            report.Line($"{hop.Stream}:{hop.Tag}", $"follows {hop.Follows}");
        }

        report.Line("image", Digests.Short(resolved.Event.Image));
        report.Line("pull spec", resolved.PullSpec);
    }

    private async Task BuildAsync()
    {
        var result = shop.EvaluateBuild();
        if (result is not BuildTriggerResult.BuildRequired { Request: var request })
        {
            report.Line("no build", Explain(result), Tone.Done);
            return;
        }

        var before = shop.Myapp;
        report.Line("must build", Explain(result), Tone.Due);
        report.Line("cause", Digests.ShortenPullSpecs(GetCause(request)));
        await shop.BuildAsync(request);
        report.Line("built", $"myapp, build {shop.Builds}", Tone.Done);
        ShowMove(before, shop.Myapp, "latest");
    }

    private void RollOut()
    {
        var result = shop.EvaluateRollout();
        if (result is not WorkloadTriggerResult.Changed changed)
        {
            report.Line("no rollout", Digests.ShortenPullSpecs(result.Explanation), Tone.Done);
            return;
        }

        var outcome = changed.Triggers[0];
        report.Line("must roll out", Digests.ShortenPullSpecs(outcome.Explanation), Tone.Due);
        shop.RollOut(changed);
        var (old, now) = (Digests.Short(outcome.Image!), Digests.Short(outcome.PullSpec!));
        report.Line("rolled out", $"web: {old} -> {now}", Tone.Done);
    }

    private void ShowHistory()
    {
        var images = shop.Python.Status.Tags.Find("3.8")!.Items.Select(item => Digests.Short(item.Image));
        report.Line("history", string.Join(", before that ", images));
    }

    private void ShowSummary()
    {
        report.Line("", "builds   rollouts  pull spec");
        ShowSummary(shop.Python, "3.8", builds: 0, rollouts: 0);
        ShowSummary(shop.Python, "latest", shop.Builds, rollouts: 0);
        ShowSummary(shop.Myapp, "latest", builds: 0, shop.Rollouts);
    }

    private void ShowSummary(ImageStream stream, string tag, long builds, int rollouts) => report.Line(
        $"{stream.Metadata.Name}:{tag}", $"{builds,6}  {rollouts,9}  {PullSpecs.FindLatest(stream, tag)}");

    private static string Explain(BuildTriggerResult result) => Digests.ShortenPullSpecs(result.Triggers[0].Explanation);

    private static string GetCause(BuildRequest request) =>
        request.TriggeredBy is [{ ImageChangeBuild: { } change } cause, ..]
            ? $"{cause.Message}: {change.FromRef?.Name} is now {change.ImageId}"
            : "none";

    /// <summary>Writes the image of a tag before and after a change.</summary>
    private void ShowMove(ImageStream before, ImageStream after, string tag)
    {
        var (old, now) = (FindImage(before, tag), FindImage(after, tag));
        report.Line(
            $"{after.Metadata.Name}:{tag}",
            old is null ? $"points to {now}" : old == now ? $"stays at {now}" : $"moved: {old} -> {now}");
    }

    private static string? FindImage(ImageStream stream, string tag) =>
        PullSpecs.FindLatestEvent(stream, tag) is { } newest ? Digests.Short(newest.Image) : null;
}
