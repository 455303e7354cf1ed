using System.Net;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class PullThroughRegistryTests(PullThroughRegistryFixture mirror) : IClassFixture<PullThroughRegistryFixture>
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("mirrored");

    [RegistryFact]
    public async Task Import_Mirror_ServesAndIsNamed()
    {
        await mirror.Origin.PushAsync("served/app:1", Image);
        using var rig = new ImportRig(new HttpRegistryClient(), MirroredTo(mirror.Host));

        var imported = await ImportAsync(rig, "served/app:1");

        var source = imported.Source;
        Assert.Equal((mirror.Host, "served/app", true), (source.Registry, source.Repository, source.IsMirror));
        Assert.Equal($"{mirror.Origin.Host}/served/app@{Image.Digest}", imported.Image.DockerImageReference);
        Assert.Equal(3, (await mirror.RequestsAsync("served/app")).Count);
        Assert.Empty(await mirror.Origin.RequestsAsync("served/app"));
    }

    public static TheoryData<ProxyFault, ImportStep> Faults => new()
    {
        { new ProxyFault.Answers(HttpStatusCode.ServiceUnavailable), ImportStep.Manifest },
        { new ProxyFault.HangsUp(), ImportStep.Tag },
        { new ProxyFault.Hangs(), ImportStep.Tag },
        { new ProxyFault.Corrupts(), ImportStep.Manifest },
        { new ProxyFault.ResetsInBody(), ImportStep.Blob },
        { new ProxyFault.Truncates(), ImportStep.Blob },
    };

    [RegistryTheory]
    [MemberData(nameof(Faults))]
    public async Task Import_MirrorFails_SourceServes(ProxyFault fault, ImportStep step)
    {
        await mirror.Origin.PushAsync("failed/app:1", Image);
        var script = new ProxyScript();
        await using var proxy = await FaultyProxy.StartAsync(mirror.Address, script.Next);
        script.Plan(fault, step, ProxyScript.Always);
        using var rig = new ImportRig(
            new HttpRegistryClient(new() { MaxAttempts = 1, AttemptTimeout = TimeSpan.FromSeconds(2) }), MirroredTo(proxy.Host));

        var imported = await ImportAsync(rig, "failed/app:1");

        Assert.Equal(Image.Digest.ToString(), imported.Image.Metadata.Name);
        Assert.Contains(script.Seen, request => request.Step == step);
        Assert.NotEmpty(await mirror.Origin.RequestsAsync("failed/app"));
    }

    private async Task<TagImportResult.Imported> ImportAsync(ImportRig rig, string name) =>
        Assert.IsType<TagImportResult.Imported>(await rig.ImportTagAsync($"{mirror.Origin.Host}/{name}"));

    private RegistryPolicy MirroredTo(string host) => new(new RegistryRules
    {
        Mirrors =
        [
            new MirrorRule
            {
                Source = RegistryScope.Parse(mirror.Origin.Host),
                Mirrors = [new RegistryMirror { Location = RegistryScope.Parse(host), Insecure = true }],
            },
        ],
    });
}
