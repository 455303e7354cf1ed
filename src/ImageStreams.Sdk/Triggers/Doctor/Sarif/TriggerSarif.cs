using System.Buffers;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes findings as SARIF 2.1.0, the format in which code hosts and editors take them.</summary>
/// <remarks>
/// One run with all rules, in time linear in the findings; the same text for the same findings. The object and the field are
/// a logical location. A correction is in the properties of its result, as a path and a value.
/// </remarks>
public static class TriggerSarif
{
    /// <summary>The findings as SARIF.</summary>
    /// <inheritdoc cref="Write" path="/param"/>
    public static string ToJson(ValueList<TriggerFinding> findings, TriggerSarifOptions? options = null)
    {
        using var buffer = new BorrowedBuffer();
        Write(buffer, findings, options);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes the findings as UTF-8 text.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="options">What to add; null for the defaults.</param>
    public static void Write(
        IBufferWriter<byte> destination, ValueList<TriggerFinding> findings, TriggerSarifOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        SarifLogWriter.Write(destination, findings, options?.FindFile ?? (_ => null));
    }
}
