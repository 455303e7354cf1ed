namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Steps that several stories share.</summary>
internal static class KubectlSessionExtensions
{
    /// <summary>Creates a stream without showing it, and waits until its tags are imported.</summary>
    public static async Task PrepareAsync(this KubectlSession kubectl, KubectlServers servers, string name, params string[] tags)
    {
        await StreamFiles.PushAsync(servers);
        kubectl.Write($"{name}.yaml", StreamFiles.Create(servers, name, tags));
        await kubectl.WaitForAsync($"apply -f {name}.yaml", "/");
        await kubectl.WaitForImportAsync(name, tags.Length);
    }

    /// <summary>Waits until a stream has as many images as tags.</summary>
    public static Task WaitForImportAsync(this KubectlSession kubectl, string name, int tags) =>
        kubectl.WaitForAsync($"get imagestreams {name} -o jsonpath='{{.status.tags[*].items[0].image}}'", "sha256:", tags);

    /// <summary>Runs commands one after the other.</summary>
    public static async Task RunAllAsync(this KubectlSession kubectl, params string[] lines)
    {
        foreach (var line in lines)
        {
            await kubectl.RunAsync(line);
        }
    }
}
