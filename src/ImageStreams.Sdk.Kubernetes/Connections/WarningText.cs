using System.Text;

namespace ImageStreams.Kubernetes;

/// <summary>The texts of <c>Warning</c> headers, which are quoted strings of RFC 7230.</summary>
internal static class WarningText
{
    public static string Unquote(string text)
    {
        if (text is not ['"', .. var inner, '"'])
        {
            return text;
        }

        var result = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += inner[i] == '\\' && i + 1 < inner.Length ? 1 : 0;
            result.Append(inner[i]);
        }

        return result.ToString();
    }
}
