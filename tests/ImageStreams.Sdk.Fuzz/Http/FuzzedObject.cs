namespace ImageStreams.Fuzz;

/// <summary>An object that is created, changed and looked at over HTTP.</summary>
/// <param name="Name">What it is called in the names of targets.</param>
/// <param name="Collection">The path of its resource.</param>
/// <param name="Body">The object as it is created, with the name <c>app</c>.</param>
internal sealed record FuzzedObject(string Name, string Collection, string Body)
{
    private const string AppName = "app";

    public static FuzzedObject Stream { get; } = new(
        "stream",
        "/apis/image.openshift.io/v1/namespaces/fuzz-patch/imagestreams",
        """
        {"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"app","labels":{"l":"1"},"annotations":{"count":"0"}},
         "spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"quay.io/app/web:1"},"reference":true},
                         {"name":"2","from":{"kind":"ImageStreamTag","name":"1"}}]}}
        """);

    public static FuzzedObject ConfigMap { get; } = new(
        "configmap",
        "/api/v1/namespaces/fuzz-patch/configmaps",
        """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","annotations":{"count":"0"}},"data":{"a":"1","b":"2"},"binaryData":{"z":"AA=="}}""");

    public static FuzzedObject Namespace { get; } = new(
        "namespace", "/api/v1/namespaces", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"app","annotations":{"count":"0"}}}""");

    /// <summary>The path of the object.</summary>
    public string Path => $"{Collection}/{AppName}";

    /// <summary>Creates the object, in the place of one that was left.</summary>
    public async Task<FuzzAnswer> CreateAsync(HttpClient http)
    {
        await RemoveAsync(http).ConfigureAwait(false);
        var created = await FuzzAnswer.SendAsync(http, "POST", Collection, FuzzAnswer.Encode(Body)).ConfigureAwait(false);
        Expect.Equal(201, created.Status, "the object is created");
        return created;
    }

    /// <summary>Removes the object, with the finalizers that it may have got.</summary>
    private async Task RemoveAsync(HttpClient http)
    {
        var removed = await FuzzAnswer.SendAsync(http, "DELETE", Path).ConfigureAwait(false);
        if (removed.IsSuccess)
        {
            await FuzzAnswer
                .SendAsync(http, "PATCH", Path, FuzzAnswer.Encode("""{"metadata":{"finalizers":null}}"""), "application/merge-patch+json")
                .ConfigureAwait(false);
        }
    }
}
