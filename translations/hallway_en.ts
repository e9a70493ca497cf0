<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>hallway::FirstStartPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hallway::MessageBar</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hallway::ProblemText</name>
    <message numerus="yes">
        <source>%1 records could not be read</source>
        <translation>
            <numerusform>%1 record could not be read</numerusform>
            <numerusform>%1 records could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 places where the file is cut short</source>
        <translation>
            <numerusform>%1 place where the file is cut short</numerusform>
            <numerusform>%1 places where the file is cut short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 texts are not UTF-8 and were repaired</source>
        <translation>
            <numerusform>%1 text is not UTF-8 and was repaired</numerusform>
            <numerusform>%1 texts are not UTF-8 and were repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are of an unknown kind</source>
        <translation>
            <numerusform>%1 record is of an unknown kind</numerusform>
            <numerusform>%1 records are of an unknown kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are no spans and were left out</source>
        <translation>
            <numerusform>%1 record is no span and was left out</numerusform>
            <numerusform>%1 records are no spans and were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no trace id</source>
        <translation>
            <numerusform>%1 span has no trace id</numerusform>
            <numerusform>%1 spans have no trace id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no id</source>
        <translation>
            <numerusform>%1 span has no id</numerusform>
            <numerusform>%1 spans have no id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ids are neither hex nor base64 and are taken as text</source>
        <translation>
            <numerusform>%1 id is neither hex nor base64 and is taken as text</numerusform>
            <numerusform>%1 ids are neither hex nor base64 and are taken as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 times could not be read</source>
        <translation>
            <numerusform>%1 time could not be read</numerusform>
            <numerusform>%1 times could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no end</source>
        <translation>
            <numerusform>%1 span has no end</numerusform>
            <numerusform>%1 spans have no end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans end before they start</source>
        <translation>
            <numerusform>%1 span ends before it starts</numerusform>
            <numerusform>%1 spans end before they start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have no start</source>
        <translation>
            <numerusform>%1 span has no start</numerusform>
            <numerusform>%1 spans have no start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 parts had times in another unit, which were rescaled</source>
        <translation>
            <numerusform>%1 part had times in another unit, which were rescaled</numerusform>
            <numerusform>%1 parts had times in another unit, which were rescaled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have an unknown kind</source>
        <translation>
            <numerusform>%1 span has an unknown kind</numerusform>
            <numerusform>%1 spans have an unknown kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans have an unknown status</source>
        <translation>
            <numerusform>%1 span has an unknown status</numerusform>
            <numerusform>%1 spans have an unknown status</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attributes are given twice; the first counts</source>
        <translation>
            <numerusform>%1 attribute is given twice; the first counts</numerusform>
            <numerusform>%1 attributes are given twice; the first counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attributes could not be read</source>
        <translation>
            <numerusform>%1 attribute could not be read</numerusform>
            <numerusform>%1 attributes could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values are too long and were cut</source>
        <translation>
            <numerusform>%1 value is too long and was cut</numerusform>
            <numerusform>%1 values are too long and were cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values are nested too deep</source>
        <translation>
            <numerusform>%1 value is nested too deep</numerusform>
            <numerusform>%1 values are nested too deep</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 resources have no service name</source>
        <translation>
            <numerusform>%1 resource has no service name</numerusform>
            <numerusform>%1 resources have no service name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 service names are no texts</source>
        <translation>
            <numerusform>%1 service name is no text</numerusform>
            <numerusform>%1 service names are no texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans lost data in their exporter</source>
        <translation>
            <numerusform>%1 span lost data in its exporter</numerusform>
            <numerusform>%1 spans lost data in their exporter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans name a process that is not in the file</source>
        <translation>
            <numerusform>%1 span names a process that is not in the file</numerusform>
            <numerusform>%1 spans name a process that is not in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 links could not be read</source>
        <translation>
            <numerusform>%1 link could not be read</numerusform>
            <numerusform>%1 links could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 traces are not complete</source>
        <translation>
            <numerusform>%1 trace is not complete</numerusform>
            <numerusform>%1 traces are not complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warnings came with the spans</source>
        <translation>
            <numerusform>%1 warning came with the spans</numerusform>
            <numerusform>%1 warnings came with the spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans name themselves as their parent</source>
        <translation>
            <numerusform>%1 span names itself as its parent</numerusform>
            <numerusform>%1 spans name themselves as their parent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 circles of parents were cut</source>
        <translation>
            <numerusform>%1 circle of parents was cut</numerusform>
            <numerusform>%1 circles of parents were cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans share their id with others</source>
        <translation>
            <numerusform>%1 span shares its id with others</numerusform>
            <numerusform>%1 spans share their id with others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 places could not be read</source>
        <translation>
            <numerusform>%1 place could not be read</numerusform>
            <numerusform>%1 places could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems</source>
        <translation>
            <numerusform>%1 problem</numerusform>
            <numerusform>%1 problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hallway::StatusLine</name>
    <message numerus="yes">
        <source>%1 spans</source>
        <translation>
            <numerusform>%1 span</numerusform>
            <numerusform>%1 spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 traces</source>
        <translation>
            <numerusform>%1 trace</numerusform>
            <numerusform>%1 traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 services</source>
        <translation>
            <numerusform>%1 service</numerusform>
            <numerusform>%1 services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems in the file</source>
        <translation>
            <numerusform>%1 problem in the file</numerusform>
            <numerusform>%1 problems in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problems in the files</source>
        <translation>
            <numerusform>%1 problem in the files</numerusform>
            <numerusform>%1 problems in the files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spans so far</source>
        <translation>
            <numerusform>%1 span so far</numerusform>
            <numerusform>%1 spans so far</numerusform>
        </translation>
    </message>
</context>
</TS>
