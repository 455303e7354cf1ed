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
            () => Answers.NameUnknown)
        : Answers.MethodNotAllowed;

    private WireResponse Page(WireRequest request, string[] tags)
    {
        var last = request.Parameter("last");
        var size = SizeOf(request);
        var rest = tags.Where(tag => string.CompareOrdinal(tag, last) > 0 || last.Length == 0).ToList();
        var page = rest.Take(size).ToList();
        var answer = WireResponse.OfJson(json =>
        {
            json.WriteString("name", request.Route.Repository);
            json.WriteStartArray("tags");
            page.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        });
        return page.Count < rest.Count ? answer.With(WireHeaders.Link, LinkAfter(request, size, page[^1])) : answer;
    }

    private static string LinkAfter(WireRequest request, int size, string last) =>
        $"<{request.Path}?n={size}&last={Uri.EscapeDataString(last)}>; rel=\"next\"";

    private int SizeOf(WireRequest request)
    {
        var isAsked = int.TryParse(request.Parameter("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        return isAsked && asked > 0 ? Math.Min(asked, pageSize()) : pageSize();
    }
}
