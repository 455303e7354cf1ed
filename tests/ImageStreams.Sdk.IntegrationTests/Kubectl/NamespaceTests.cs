namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Namespaces with kubectl: created, labeled, limited and deleted, and what is in them or in all of them.</summary>
[Collection(KubectlCollection.Name)]
public sealed class NamespaceTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task CreateLabelAndDelete_Namespace_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "namespaces");

        await kubectl.RunAllAsync(
            "create namespace team-a --dry-run=server",
            "get ns --field-selector metadata.name=team-a",
            "create namespace team-a",
            "create namespace team-a",
            "create namespace Team_A",
            "get ns team-a",
            "label namespace team-a stage=test",
            "label namespace team-a stage=live",
            "label namespace team-a stage=live --overwrite",
            "annotate namespace team-a owner=me",
            "get ns -l stage=live --show-labels",
            """patch ns team-a -p '{"metadata":{"annotations":{"owner":"you"}}}'""",
            "get ns team-a -o jsonpath='{.metadata.labels} {.metadata.annotations} {.spec} {.status}'",
            "delete namespace team-a",
            "get ns --field-selector metadata.name=team-a");

        KubectlGolden.AssertEqual(version, "namespaces", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task DryRun_InANewNamespace_LeavesNothing(string version)
    {
        using var kubectl = servers.Begin(version, "never-made");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));

        await kubectl.RunAllAsync(
            "create -f web.yaml --dry-run=server",
            "create configmap settings --from-literal=a=1 --dry-run=server",
            "get ns --field-selector metadata.name=never-made",
            "create configmap settings --from-literal=a=1",
            "get ns --field-selector metadata.name=never-made -o name");

        KubectlGolden.AssertEqual(version, "dry-run", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Get_AllNamespaces_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "everywhere");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));
        kubectl.Write("event.yaml", Event);

        await kubectl.RunAllAsync(
            "create -f web.yaml",
            "get is -A --field-selector metadata.namespace=everywhere -o name",
            "get is -A --field-selector metadata.namespace=everywhere,metadata.name=web -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name",
            "get is -A -l app=nosuch",
            "create -f event.yaml",
            "get events -o custom-columns=TYPE:.type,REASON:.reason,OBJECT:.involvedObject.name,MESSAGE:.message",
            "get events --field-selector type=Normal",
            "get events -A --field-selector metadata.namespace=everywhere,reason=ImportFailed -o name");

        KubectlGolden.AssertEqual(version, "everywhere", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Quota_LimitsStreams_AsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "limited");
        kubectl.Write("one.yaml", StreamFiles.Create(servers, "one", "1.0=0.1"));
        kubectl.Write("two.yaml", StreamFiles.Create(servers, "two", "1.0=0.1", "2.0=0.2"));
        kubectl.Write("limits.yaml", Limits);

        await kubectl.RunAllAsync(
            "create quota streams --hard=openshift.io/imagestreams=1",
            "create -f one.yaml",
            "create -f two.yaml",
            "describe quota streams",
            """patch quota streams --type=merge -p '{"spec":{"hard":{"openshift.io/imagestreams":"5"}}}'""",
            "create -f limits.yaml",
            "create -f two.yaml",
            "describe limits tags",
            "delete limits tags",
            "create -f two.yaml",
            "get quota streams -o jsonpath='{.status}'");

        KubectlGolden.AssertEqual(version, "limited", kubectl.Terminal);
    }

    private const string Event =
        """
        apiVersion: v1
        kind: Event
        metadata:
          name: web.1
        involvedObject: { kind: ImageStream, name: web, namespace: everywhere }
        type: Warning
        reason: ImportFailed
        message: not found
        """;

    private const string Limits =
        """
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: tags
        spec:
          limits:
          - type: openshift.io/ImageStream
            max: { openshift.io/image-tags: 1 }
        """;
}
