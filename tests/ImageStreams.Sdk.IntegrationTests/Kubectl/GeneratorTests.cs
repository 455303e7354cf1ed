namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Objects that kubectl makes without a file, which current versions send as protobuf.</summary>
[Collection(KubectlCollection.Name)]
public sealed class GeneratorTests(KubectlServers servers)
{
    private const string Template = "jsonpath='{.spec.template.spec.containers[*].name} {.spec.template.spec.containers[*].image}'";

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Workloads_Created_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "made");

        await kubectl.RunAllAsync(
            "create deployment web --image=quay.io/team/web:1 --replicas=2 --port=8080",
            $"get deployment web -o {Template}",
            "get deployment web -o jsonpath='{.spec}'",
            "create deployment web --image=quay.io/team/web:1",
            "create deployment other --image=quay.io/team/web:1 --dry-run=server",
            "create job once --image=quay.io/team/tool:1 -- run all",
            "get job once -o jsonpath='{.spec.template.spec.containers[0].command} {.spec.template.spec.restartPolicy}'",
            "create service clusterip web --tcp=80:8080",
            "get service web -o jsonpath='{.spec.ports} {.spec.selector}'");

        KubectlGolden.AssertEqual(version, "generators", kubectl.Terminal);
    }

    // The old one creates a version of cron jobs that clusters no longer have.
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task CronJob_AndAJobOfIt_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "nightly");

        await kubectl.RunAllAsync(
            "create cronjob nightly --image=quay.io/team/tool:1 --schedule='0 3 * * *'",
            "get cronjob nightly -o jsonpath='{.spec.schedule} {.spec.jobTemplate.spec.template.spec.containers[0].image}'",
            "create job now --from=cronjob/nightly",
            "get job now -o jsonpath='{.metadata.ownerReferences[0].name} {.spec.template.spec.containers[0].image}'");

        KubectlGolden.AssertEqual(version, "generators-cron", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task RightsAndQuotas_Created_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "given");

        await kubectl.RunAllAsync(
            "create quota small --hard=openshift.io/imagestreams=3,count/imagestreams.image.openshift.io=4",
            "get quota small -o jsonpath='{.spec.hard}'",
            "create role reader --verb=get,list --resource=imagestreams.image.openshift.io --resource-name=web",
            "get role reader -o jsonpath='{.rules}'",
            "create rolebinding readers --role=reader --user=alice --group=team-a --serviceaccount=given:builder",
            "get rolebinding readers -o jsonpath='{.subjects} {.roleRef}'",
            "create role reader --verb=get --resource=imagestreams.image.openshift.io");

        KubectlGolden.AssertEqual(version, "generators-rights", kubectl.Terminal);
    }
}
