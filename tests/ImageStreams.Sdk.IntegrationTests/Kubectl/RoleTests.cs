namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Rights that are given and taken with kubectl, and count at once.</summary>
[Collection(KubectlCollection.Name)]
public sealed class RoleTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Role_GivenAndTaken_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "roles");

        await kubectl.RunAllAsync(
            "get is --as=alice",
            "create role reader --verb=list --resource=imagestreams.image.openshift.io",
            "create rolebinding readers --role=reader --user=alice --group=team-a",
            "get is --as=alice",
            "get role,rolebinding -o wide",
            "describe role reader",
            "auth can-i delete is --as=alice",
            """patch role reader --type=json -p '[{"op":"add","path":"/rules/0/verbs/-","value":"delete"}]'""",
            "auth can-i delete is --as=alice",
            "label rolebinding readers team=a",
            "get rolebinding -l team=a -o name",
            "delete rolebinding readers",
            "get is --as=alice",
            "get clusterrole view -o jsonpath='{.metadata.labels}'");

        KubectlGolden.AssertEqual(version, "roles", kubectl.Terminal);
    }
}
