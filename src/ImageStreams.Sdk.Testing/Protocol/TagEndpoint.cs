using System.Globalization;

namespace ImageStreams.Testing.Protocol;

/// <summary><c>/v2/NAME/tags/list?n=COUNT&amp;last=TAG</c>, in lexical order.</summary>
internal sealed class TagEndpoint(RegistryStore store, Func<int> pageSize)
{
    public WireResponse Handle(WireRequest request) => request.IsRead
        ? store.Read(
            request.Host,
            request.Route.Repository,
            repository => Page(request, [.. repository.Tags.Keys]),
            () => ErrorResponses.NameUnknown)
        : ErrorResponses.MethodNotAllowed;

    private WireResponse Page(WireRequest request, string[] tags)
    {
        var last = request.Parameter("last");
        var size = GetPageSize(request);
        var rest = tags.Where(tag => string.CompareOrdinal(tag, last) > 0 || last.Length == 0).ToList();
        var page = rest.Take(size).ToList();
        var answer = WireResponse.FromJson(json =>
        {
            json.WriteString("name", request.Route.Repository);
            json.WriteStartArray("tags");
            page.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
        return page.Count < rest.Count ? answer.With(WireHeaders.Link, CreateLink(request, size, page[^1])) : answer;
    }

    private static string CreateLink(WireRequest request, int size, string last) =>
        $"<{request.Path}?n={size}&last={Uri.EscapeDataString(last)}>; rel=\"next\"";

    private int GetPageSize(WireRequest request)
    {
        var isRequested =
            int.TryParse(request.Parameter("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var requested);
        return isRequested && requested > 0 ? Math.Min(requested, pageSize()) : pageSize();
    }
}
