namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Creating, changing and deleting streams with kubectl.</summary>
/// <remarks>The registry has none of their images, so that no import changes what is shown.</remarks>
[Collection(KubectlCollection.Name)]
public sealed class WriteTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Create_Stream_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "create");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));
        kubectl.Write("odd.yaml", StreamFiles.Create(servers, "odd", "1.0=0.1") + "  bogus: true\n");
        kubectl.Write("bad.yaml", StreamFiles.Create(servers, "Bad_Name", "1.0=0.1"));

        await kubectl.RunAllAsync(
            "create -f web.yaml --dry-run=client",
            "create -f web.yaml --dry-run=server",
            "create -f web.yaml",
            "create -f web.yaml",
            "create -f odd.yaml",
            "create -f odd.yaml --validate=false",
            "create -f bad.yaml",
            "get is -o name");

        KubectlGolden.AssertEqual(version, "create", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Patch_EveryKind_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "patch");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1", "2.0=0.2"));

        await kubectl.RunAllAsync(
            "create -f web.yaml",
            """patch is web --type=merge -p '{"spec":{"lookupPolicy":{"local":true}}}'""",
            """patch is web --type=json -p '[{"op":"add","path":"/metadata/labels/tier","value":"front"}]'""",
            """patch is web --type=json -p '[{"op":"test","path":"/metadata/labels/tier","value":"back"}]'""",
            """patch is web -p '{"spec":{"tags":[{"name":"2.0","$patch":"delete"}]}}'""",
            """patch is web -p '{"spec":{"tags":[{"name":"1.0","annotations":{"note":"kept"}}]}}'""",
            """patch is web -p '{"spec":{"lookupPolicy":{"local":true}}}'""",
            """patch is missing -p '{"spec":{}}'""",
            "get is web -o jsonpath='{.metadata.labels} {.spec.lookupPolicy} {.spec.tags[*].name} {.spec.tags[0].annotations}'");

        KubectlGolden.AssertEqual(version, "patch", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task LabelAndAnnotate_Stream_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "label");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));

        await kubectl.RunAllAsync(
            "create -f web.yaml",
            "label is web --list",   // of several labels, the order would vary
            "label is web tier=front",
            "label is web tier=back",
            "label is web tier=back --overwrite",
            "label is --all seen=yes",
            "label is web seen-",
            "annotate is web 'note=one two'",
            "annotate is web note=three --overwrite",
            "annotate is web note-",
            "get is web -o jsonpath='{.metadata.labels}'");

        KubectlGolden.AssertEqual(version, "label", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task ReplaceEditAndDelete_Stream_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "replace");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));
        kubectl.Write("next.yaml", StreamFiles.Create(servers, "web", "1.0=0.1", "1.1=0.2"));
        kubectl.WriteEditor("s/shop\\/app:0.2/shop\\/app:0.3/");

        await kubectl.RunAllAsync(
            "create -f web.yaml",
            "replace -f next.yaml",
            "replace --force -f next.yaml");

        // The old one checks the whole object, and takes "items: null" of a tag whose import failed, as OpenShift writes it too, for missing.
        if (version == KubectlVersion.Current)
        {
            await kubectl.RunAllAsync("edit is web", "edit is web");
        }

        await kubectl.RunAllAsync(
            "get is web -o jsonpath='{.spec.tags[*].from.name}'",
            "delete is web",
            "delete is web",
            "delete is web --ignore-not-found",
            "create -f web.yaml",
            "delete -f web.yaml --wait=false",
            "get is");

        KubectlGolden.AssertEqual(version, "replace", kubectl.Terminal);
    }
}
