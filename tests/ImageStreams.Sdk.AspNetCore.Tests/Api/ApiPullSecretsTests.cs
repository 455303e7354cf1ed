using System.Text;
using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

public class ApiPullSecretsTests
{
    [Fact]
    public async Task Without_secrets_the_list_is_empty()
    {
        await using var server = await ApiServer.StartAsync();

        var list = (await server.GetAsync(ApiServer.Streams + "/nosuch/secrets")).Json;

        Assert.Equal("SecretList", (string?)list["kind"]);
        Assert.Empty(list["items"]!.AsArray());
    }

    [Fact]
    public async Task The_secrets_for_pulls_of_the_namespace_are_those_of_every_stream()
    {
        await using var server = await ApiServer.StartAsync(configure: options => options.AddResource(new SecretsResource()));

        var list = (await server.GetAsync(ApiServer.Streams + "/nosuch/secrets")).Json;

        Assert.Equal("SecretList", (string?)list["kind"]);
        Assert.Equal("image.openshift.io/v1", (string?)list["apiVersion"]);
        Assert.Equal("7", (string?)list["metadata"]!["resourceVersion"]);
        Assert.Equal(["shop-old", "shop-pull"], list["items"]!.AsArray().Select(item => (string?)item!["metadata"]!["name"]));
        Assert.All(list["items"]!.AsArray(), item => Assert.Null(item!["kind"]));
    }

    private sealed class SecretsResource : ServedResource
    {
        public override ResourceDefinition Definition { get; } = new()
        {
            Group = "",
            Version = "v1",
            Plural = "secrets",
            Singular = "secret",
            Kind = "Secret",
            Verbs = [ResourceVerbs.List],
        };

        public override ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ServedAnswer>(new ServedAnswer.Many
            {
                List = new ServedList
                {
                    Metadata = new ListMeta { ResourceVersion = "7" },
                    Items =
                    [
                        Create($"{request.Namespace}-old", "kubernetes.io/dockercfg"),
                        Create($"{request.Namespace}-opaque", "Opaque"),
                        Create($"{request.Namespace}-pull", "kubernetes.io/dockerconfigjson"),
                        new ServedObject("{\"metadata\":{}}"u8.ToArray()),
                    ],
                },
            });

        private static ServedObject Create(string name, string type) => new(Encoding.UTF8.GetBytes(
            $$"""{"metadata":{"name":"{{name}}"},"data":{"type":"kubernetes.io/dockercfg"},"type":"{{type}}"}"""));
    }
}
